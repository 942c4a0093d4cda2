// Bundles the query page into the folder that is named: files with their content's digest in their
// names, and the page that loads them. The editor's workers are files of their own, because the
// content policy allows no script that is made up while the page runs.
import { build } from "esbuild";
import { readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

const folder = process.argv[2];
if (!folder) throw new Error("type: node build.mjs FOLDER");
await rm(folder, { recursive: true, force: true });

const shared = {
  bundle: true,
  minify: true,
  metafile: true,
  outdir: folder,
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  assetNames: "[name]-[hash]",
  target: "es2022",
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
};

/** What an entry point became: its file and the description of that. */
const made = (metafile, entry) =>
  Object.entries(metafile.outputs).find(([, output]) => output.entryPoint?.endsWith(entry));

/** A file as the page asks for it. */
const served = (file) => `/explore/${basename(file)}`;

const workers = {
  editor: "monaco-editor/esm/vs/editor/editor.worker.js",
  graphql: "monaco-graphql/esm/graphql.worker.js",
  json: "monaco-editor/esm/vs/language/json/json.worker.js",
};
const worked = await build({
  ...shared,
  entryPoints: Object.entries(workers).map(([out, path]) => ({ in: path, out })),
  format: "iife",
});
const addresses = Object.fromEntries(
  Object.entries(workers).map(([name, path]) => [name, served(made(worked.metafile, path)[0])]),
);

const page = await build({
  ...shared,
  entryPoints: { explore: "src/main.jsx" },
  format: "esm",
  splitting: true,
  jsx: "automatic",
  loader: { ".ttf": "file", ".graphql": "text" },
  publicPath: "/explore",
  define: { ...shared.define, WORKERS: JSON.stringify(addresses) },
});

const template = await readFile("index.html", "utf8");
const [script, { cssBundle }] = made(page.metafile, "src/main.jsx");
const names = { script: served(script), style: served(cssBundle) };
const complete = template.replace(/\{(script|style)\}/g, (_, name) => names[name]);
await writeFile(join(folder, "index.html"), complete);
