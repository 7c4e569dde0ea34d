# run: from nothing to the example landscape in the browser.  test: everything.
# make run STORE=neo4j starts a Neo4j server as well, and ends it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build
.PHONY: run build test check bench generate test-go test-front test-browser front clean

BIN      := bin/hankeverkko
VERSION  ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
ADDR     ?= 127.0.0.1:8080
STORE    ?= sqlite:data/hankeverkko.db
BOLT     ?= 127.0.0.1:7687
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
GO_FILES := $(shell find . -name '*.go' -not -path './frontend/node_modules/*') $(wildcard words/*.json example/* server/openapi.yaml)
UI_FILES := $(shell find frontend -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/test-results/*' 2>/dev/null) $(wildcard words/*.json)

run: build
	@BIN='$(BIN)' STORE='$(STORE)' ADDR='$(ADDR)' BOLT='$(BOLT)' bash scripts/run.sh

build: $(BIN)

$(BIN): frontend/dist/index.html $(GO_FILES) go.mod go.sum
	CGO_ENABLED=0 go build -trimpath -ldflags '-s -w -X main.version=$(VERSION)' -o $@ ./cmd/hankeverkko

front: frontend/dist/index.html

frontend/dist/index.html: frontend/node_modules/.installed $(UI_FILES)
	npm --prefix frontend run --silent build

frontend/node_modules/.installed: frontend/package.json frontend/package-lock.json
	npm --prefix frontend ci --no-audit --no-fund --loglevel=error
	touch $@

# test runs every part, also after one has failed, and names at its end what
# ran and what did not. SKIP=browser, SKIP=neo4j or SKIP=neo4j,browser leaves
# those tests out, in so many words.
test: build
	@SKIP='$(SKIP)' CHROMIUM='$(CHROMIUM)' bash scripts/test.sh

check: frontend/node_modules/.installed
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); echo 'gofmt: the files above need formatting'; exit 1; }
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...
	bash scripts/generated.sh
	npm --prefix frontend run --silent check

generate: frontend/node_modules/.installed
	cd server/api && go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2 -config config.yaml ../openapi.yaml
	npm --prefix frontend run --silent generate

bench:
	bash bench/run.sh

clean:
	rm -rf bin frontend/node_modules
	find frontend/dist -mindepth 1 -not -name placeholder.html -delete
