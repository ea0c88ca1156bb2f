# The commands of this package; `make` alone lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help build test vectors bench fuzz check demo format clean packages

SWIFT_BUILD := --explicit-target-dependency-import-check error
# a crash in a test ends it; the backtracer would hold its pipes
export SWIFT_BACKTRACE := enable=no
export NSUnbufferedIO := YES

help: ## list these commands
	@sed -n 's/^\([a-z]*\):[^#]*## /  make \1\t/p' Makefile | expand -t 16

packages:
	@scripts/install-packages

build: packages ## build everything for debugging
	swift build $(SWIFT_BUILD)

# One after the other: tests that drive terminals, databases and name servers do not share two cores.
test: packages check ## check, build and run all tests, on services that they start and stop themselves
	swift build --build-tests $(SWIFT_BUILD)
	swift test --skip-build --skip '^(TUITests|SystemTests|IntegrationTests)\.'
	swift test --skip-build --filter '^TUITests\.'
	swift test --skip-build --filter '^SystemTests\.'
	swift test --skip-build --filter '^IntegrationTests\.'

vectors: packages ## hold the DNS core against the vectors of others, case by case
	@swift run $(SWIFT_BUILD) vectors

fuzz: packages ## give the DNS core made-up input, a minute for each target
	@scripts/fuzz

bench: packages ## measure the DNS core beside ldns and BIND: time, memory
	@swift build -c release --package-path Benchmarks --scratch-path .build-bench
	@.build-bench/release/bench

check: ## layers, sizes, the table of record types and layout of the sources
	@scripts/check-layers
	@scripts/check-size
	@scripts/rfc-table --check
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

demo: build ## build, start throw-away services and the server, and show the main job
	@scripts/demo

format: ## lay out all sources as `make check` wants them
	@swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

clean: ## stop demo and services of this checkout and remove all that was built
	@scripts/demo stop
	@scripts/services down --remove
	rm -rf .build .build-*
