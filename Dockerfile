# Installs the production dependencies only; Node.js comes with the base image.
FROM node:26-slim AS modules
WORKDIR /sitrep
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:26-slim
WORKDIR /sitrep
COPY --from=modules /sitrep/node_modules node_modules
COPY package.json LICENSE ./
COPY commands commands
COPY data data
COPY src src
# All writes go to one volume: the database, the names index and temporary files.
# --max-semi-space-size limits memory, as in the start script of package.json.
ENV NODE_ENV=production \
    NODE_OPTIONS=--max-semi-space-size=8 \
    SITREP_DB=/data/sitrep.db \
    SITREP_PORT=8080 \
    TMPDIR=/data \
    XDG_DATA_HOME=/data
RUN install -d -o node -g node -m 700 /data
VOLUME /data
USER node
# The first start creates the database and fills it.
HEALTHCHECK --start-period=60s --interval=30s --timeout=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.SITREP_PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/server/start.js"]
