// PostGraphile 5 with its Amber preset: node postgraphile.mjs PORT PROCESSES
import cluster from "node:cluster";
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const [port, processes] = process.argv.slice(2).map(Number);

if (cluster.isPrimary && processes > 1) {
  for (let started = 0; started < processes; started += 1) cluster.fork();
} else {
  const { PGHOST, PGUSER, PGDATABASE } = process.env;
  const connectionString = `postgres://${PGUSER}@localhost/${PGDATABASE}?host=${encodeURIComponent(PGHOST)}`;
  const preset = {
    extends: [PostGraphileAmberPreset],
    pgServices: [makePgService({ connectionString, schemas: ["plain"], poolConfig: { max: 10 } })],
    grafserv: { watch: false, graphiql: false },
    grafast: { explain: false },
  };
  const server = createServer();
  await postgraphile(preset).createServ(grafserv).addTo(server);
  server.listen(port, "127.0.0.1");
}
