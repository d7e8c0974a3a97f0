FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
# The one place the server writes to; a volume mounted here begins with this owner.
RUN mkdir data && chown node:node data
COPY --from=build /app ./
USER node
EXPOSE 4000
CMD ["node", "dist/src/server.js"]
