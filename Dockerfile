# One image for web and worker; the command says which. `docker build -t purser .`
# docs/deploy.md tells how it is run, compose.yaml runs all of it.
FROM node:24-bookworm-slim AS build
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/build-image.mjs /purser

FROM node:24-bookworm-slim
# HOSTNAME is where the web listens. A connection must outlive what proxies keep (scripts/launch/build.ts).
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000 KEEP_ALIVE_TIMEOUT=75000
WORKDIR /purser
# Owned by root: what runs cannot change what runs.
COPY --from=build /purser ./
USER node
EXPOSE 3000
# Of the web. A worker has no port; compose.yaml asks it by programs/check-worker.mjs.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
