// The running Banyan that the clients talk to; `cargo xtask test --only clients` starts it and says
// where it is and with which tokens.

const told = (name) => {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; type: cargo xtask test --only clients`);
  }
  return value;
};

export const origin = told("BANYAN_URL");
export const url = `${origin}/graphql`;
export const socket = url.replace("http", "ws");

// The editor of OpenLMIS, who records what the shared registry holds.
export const editor = { authorization: `Bearer ${told("BANYAN_TOKEN")}` };

// A fetch that keeps what was asked and answered, as it went over the wire.
export function recorder() {
  const exchanges = [];
  const recording = async (address, options = {}) => {
    const response = await fetch(address, options);
    const answer = await response.clone().json();
    const asked = options.body ? JSON.parse(options.body) : null;
    exchanges.push({
      method: options.method ?? "GET",
      address: String(address),
      asked,
      answer,
      status: response.status,
      type: response.headers.get("content-type"),
    });
    return response;
  };
  return { exchanges, fetch: recording };
}

// A name that no other run has given.
export const freshName = (client) => `${client} ${process.pid} ${Date.now()}`;
