# syntax=docker/dockerfile:1
# One static program and nothing else. docs/operator.md says how to use it.

FROM node:20.20.2-slim AS front
WORKDIR /src
COPY frontend/package.json frontend/package-lock.json frontend/
RUN npm --prefix frontend ci --no-audit --no-fund --loglevel=error
COPY words words
COPY frontend frontend
RUN npm --prefix frontend run --silent build

FROM golang:1.26.8 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=front /src/frontend/dist frontend/dist
ARG VERSION=container
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /out/hankeverkko ./cmd/hankeverkko \
 && mkdir /out/data /out/tmp

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /usr/local/go/lib/time/zoneinfo.zip /
COPY --from=build /out/hankeverkko /
COPY --from=build --chown=65532:65532 /out/data /data
COPY --from=build --chown=65532:65532 /out/tmp /tmp
USER 65532:65532
WORKDIR /data
VOLUME /data
ENV ZONEINFO=/zoneinfo.zip TZ=Europe/Helsinki HANKEVERKKO_STORE=sqlite:/data/hankeverkko.db HANKEVERKKO_ADDR=0.0.0.0:8080
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["/hankeverkko", "health"]
ENTRYPOINT ["/hankeverkko"]
CMD ["serve"]
