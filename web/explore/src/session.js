// Who asks: the session of Banyan's own pages, when there is one. Its cookie gives an access token,
// which is held in memory only and renewed before it runs out.

const MARGIN = 20_000;

let held = null;
let renewal = null;

async function renew() {
  const answer = await fetch("/auth/refresh", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Banyan": "1" },
    body: "{}",
  });
  const issued = answer.ok ? await answer.json() : {};
  if (!issued.accessToken) return null;
  const expires = Date.now() + issued.expiresIn * 1000;
  return { token: issued.accessToken, account: issued.account, expires };
}

/** The credential of whoever is signed in, or null; however many ask, it is renewed once. */
export async function credential() {
  if (held && held.expires - MARGIN > Date.now()) return held;
  if (held === null && renewal) return renewal;
  renewal = renew().catch(() => null).then((found) => (held = found));
  return renewal;
}

/** Sends one operation to this origin as whoever is signed in. */
export async function send(parameters, { headers = {} } = {}) {
  const given = Object.keys(headers).some((name) => name.toLowerCase() === "authorization");
  const token = given ? null : (await credential())?.token;
  const answer = await fetch("/graphql", {
    method: "POST",
    credentials: "omit",
    headers: {
      "Accept": "application/graphql-response+json, application/json;q=0.9",
      "Content-Type": "application/json",
      ...(token && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(parameters),
  });
  return answer.json();
}
