//! A client that speaks graphql-transport-ws, message by message.

use std::net::SocketAddr;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// What is waited for comes within this time, or not at all.
const PATIENCE: Duration = Duration::from_secs(8);

/// The subprotocol.
pub const SUBPROTOCOL: &str = "graphql-transport-ws";

/// An open socket.
#[derive(Debug)]
pub struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

/// What came.
#[derive(Debug, PartialEq)]
pub enum Came {
    /// A message.
    Message(Value),
    /// The end, with its code; 1006 when nothing was said.
    End(u16),
}

impl Socket {
    /// Opens a socket with these headers, or answers with the status that refused it.
    pub async fn request(address: SocketAddr, headers: &[(&str, &str)]) -> Result<Self, u16> {
        let url = format!("ws://{address}/graphql");
        let mut request = url.into_client_request().expect("a request");
        for (name, value) in headers {
            let name: reqwest::header::HeaderName = name.parse().expect("a name");
            request.headers_mut().insert(name, value.parse().expect("a value"));
        }
        match connect_async(request).await {
            Ok((stream, _)) => Ok(Self(stream)),
            Err(Error::Http(response)) => Err(response.status().as_u16()),
            Err(error) => panic!("{error}"),
        }
    }

    /// A socket about which nothing is said yet.
    pub async fn open(address: SocketAddr) -> Self {
        let offer = [("sec-websocket-protocol", SUBPROTOCOL)];
        Self::request(address, &offer).await.expect("a socket")
    }

    /// A socket of this person, acknowledged.
    pub async fn of(address: SocketAddr, token: Option<&str>) -> Self {
        let mut socket = Self::open(address).await;
        socket.say(json!({ "type": "connection_init", "payload": { "token": token } })).await;
        assert_eq!(socket.message().await, json!({ "type": "connection_ack" }));
        socket
    }

    /// Sends a message.
    pub async fn say(&mut self, message: Value) {
        self.send(Message::text(message.to_string())).await;
    }

    /// Sends anything; a closed socket takes nothing.
    pub async fn send(&mut self, message: Message) {
        self.0.send(message).await.ok();
    }

    /// Begins an operation.
    pub async fn subscribe(&mut self, id: &str, query: &str, variables: Value) {
        let payload = json!({ "query": query, "variables": variables });
        self.say(json!({ "type": "subscribe", "id": id, "payload": payload })).await;
    }

    /// Ends an operation.
    pub async fn complete(&mut self, id: &str) {
        self.say(json!({ "type": "complete", "id": id })).await;
    }

    /// What comes next; none when nothing does in time.
    pub async fn within(&mut self, time: Duration) -> Option<Came> {
        let next = async {
            loop {
                return match self.0.next().await {
                    Some(Ok(Message::Text(text))) => {
                        Came::Message(serde_json::from_str(&text).expect("JSON"))
                    }
                    Some(Ok(Message::Close(frame))) => {
                        Came::End(frame.map_or(1005, |frame| frame.code.into()))
                    }
                    Some(Ok(_)) => continue,
                    Some(Err(_)) | None => Came::End(1006),
                };
            }
        };
        timeout(time, next).await.ok()
    }

    /// The next message.
    pub async fn message(&mut self) -> Value {
        match self.within(PATIENCE).await {
            Some(Came::Message(message)) => message,
            other => panic!("no message, but {other:?}"),
        }
    }

    /// The data of the next event of an operation.
    pub async fn event(&mut self, id: &str) -> Value {
        let mut message = self.message().await;
        assert_eq!((&message["type"], &message["id"]), (&json!("next"), &json!(id)), "{message}");
        assert!(message["payload"]["errors"].is_null(), "{message}");
        message["payload"]["data"].take()
    }

    /// The code with which the socket is closed; messages before that are passed over.
    pub async fn end(&mut self) -> u16 {
        loop {
            match self.within(PATIENCE * 2).await {
                Some(Came::Message(_)) => {}
                Some(Came::End(code)) => return code,
                None => panic!("still open"),
            }
        }
    }

    /// Whether nothing comes for a while, longer than events take.
    pub async fn is_silent(&mut self) -> bool {
        let came = self.within(Duration::from_millis(700)).await;
        came.inspect(|came| eprintln!("not silent: {came:?}")).is_none()
    }
}
