# One image for every role: YICI_ROLE=web, worker or all. No tests, no demo, no build tools inside.
FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# The product alone, which knows no scripts and no tests.
RUN npx tsc -p tsconfig.image.json && npm run build:admin

FROM node:24-slim AS dependencies
WORKDIR /build
COPY package.json package-lock.json ./
# The image has Debian's ffmpeg, which gets fixes; the one of npm is for machines without.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@ffmpeg-binary node_modules/@ffprobe-installer

FROM node:24-slim
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg fonts-wqy-microhei && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /build/node_modules ./node_modules
COPY --from=build /build/package.json ./package.json
COPY --from=build /build/schema ./schema
COPY --from=build /build/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=5 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/src/app/main.js"]
