/**
 * The arrows of docs/architecture.md, held by a machine:
 * contract, domain, errors <- adapters <- use cases <- app (through lib/web) and workers.
 */
const ADAPTERS = "^lib/(db|documents|queue|stream|plaid|agent|csv|mail)/";
const USE_CASES = "^lib/(chat|banking|insights|account|planning|proposals|transactions)/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "A cycle, even one of types only, means that two files are one.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "pure-core",
      comment: "Contract, domain and errors know no clock, setting, network or log.",
      severity: "error",
      from: { path: "^lib/(contract|domain)/|^lib/errors", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^lib/(contract|domain)/|^lib/errors|node_modules/(zod|chrono-node|decimal\\.js)/" },
    },
    {
      name: "adapters-are-siblings",
      comment: "An adapter hides one vendor and never leans on another; a use case joins them.",
      severity: "error",
      from: { path: "^lib/(db|documents|queue|stream|plaid|agent|csv|mail)/", pathNot: "\\.test\\.ts$" },
      to: { path: ADAPTERS, pathNot: "^lib/$1/" },
    },
    {
      name: "adapters-do-not-know-use-cases",
      severity: "error",
      from: { path: ADAPTERS, pathNot: "\\.test\\.ts$" },
      to: { path: `${USE_CASES}|^lib/web/` },
    },
    {
      name: "library-never-imports-the-edges",
      severity: "error",
      from: { path: "^lib/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(app|pages|components|workers)/" },
    },
    {
      name: "application-does-not-know-the-launcher",
      comment: "The application sees URLs and keys; who started the server behind one is not its business.",
      severity: "error",
      from: {
        path: "^(app|pages|components|lib|workers)/|^(instrumentation|proxy)",
        pathNot: "\\.test\\.tsx?$",
      },
      to: { path: "^(embedded|scripts|tests)/" },
    },
    {
      name: "next-and-react-only-at-the-edge",
      severity: "error",
      from: { path: "^(lib|workers)/", pathNot: "^lib/web/|\\.test\\.tsx?$" },
      to: { path: "node_modules/(next|next-auth|react|react-dom)/" },
    },
    {
      name: "worker-never-reaches-next",
      comment: "By any path: the worker shares lib with the web process but not the web framework.",
      severity: "error",
      from: { path: "^workers/", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/web/|node_modules/(next|next-auth|react)/", reachable: true },
    },
    {
      name: "browser-sees-contract-and-domain-only",
      comment: "Server actions arrive as props; what the browser runs can hold no secret.",
      severity: "error",
      from: { path: "^components/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(app|lib|workers|embedded|scripts)/", pathNot: "^lib/(contract|domain)/|^lib/errors" },
    },
    {
      name: "embedded-parts-know-nothing-of-the-application",
      comment: "They stand in for other people's servers and must not share their code with the client.",
      severity: "error",
      from: { path: "^embedded/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(app|pages|components|lib|workers)/" },
    },
    {
      name: "no-test-code-in-the-product",
      severity: "error",
      from: { path: "^(app|components|lib|workers|embedded|scripts)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^tests/|\\.test\\.tsx?$" },
    },
    {
      name: "oracle-shares-nothing-with-the-application",
      comment: "An expected value that the application's own code computed would prove nothing.",
      severity: "error",
      from: { path: "^evaluation/(oracle|household|questions|aside|question)" },
      to: { path: "^(app|components|lib|workers|embedded|scripts|tests)/", reachable: true },
    },
    {
      name: "everything-resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
