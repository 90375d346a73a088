# One build configuration for everything: optimised, because the tests of the models need the speed, and with internals
# visible to tests. Switching between 'make test' and 'make run' therefore builds nothing twice.
SWIFT  ?= swift
FLAGS  := -c release -Xswiftc -enable-testing
DAU    := .build/release/dau
PREFIX ?= /usr/local
ARCHIVE ?= archive

SECONDS ?= 60

.PHONY: help run test build static setup bench fuzz format lint install copy corpus clean

help:  ## list what there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 18

run: build  ## build, ingest the sample archive and show what it holds
	@$(DAU) ingest corpus/inbox --archive $(ARCHIVE)
	@$(DAU) summary --archive $(ARCHIVE)

test: setup  ## build and run all tests
	$(SWIFT) build $(FLAGS) --build-tests
	$(SWIFT) test $(FLAGS) --skip-build

build: setup  ## build the program
	$(SWIFT) build $(FLAGS) --product dau

bench: build  ## measure speed and memory on the sample archive (and TEXTS="FILE ..."), beside other programs
	@Benchmarks/measure $(DAU) $(TEXTS)

fuzz: setup  ## look for inputs that break it, SECONDS=60 for each reader of bytes
	@Fuzz/run $(SECONDS)

format:  ## format all Swift sources
	$(SWIFT) format -i -r Package.swift Sources Tests Fuzz

lint:  ## name what 'make format' would change
	$(SWIFT) format lint --strict -r Package.swift Sources Tests Fuzz

# The program that is installed is linked with Swift's own libraries, so that it runs where no Swift is. Its objects differ
# from those of the tests, so they have a folder of their own.
STATIC  := .build-static
RUNTIME  = $(shell $(SWIFT) -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')_static

static: setup
	$(SWIFT) build -c release --scratch-path $(STATIC) --product dau --static-swift-stdlib
	@if ldd $(STATIC)/release/dau | grep -E 'libswift|Foundation|libdispatch'; then \
	  echo "make: $(STATIC)/release/dau still needs these libraries of Swift"; exit 1; fi

install: setup  ## install program, rules and schemas under PREFIX (default /usr/local)
	@if ls $(RUNTIME)/*/libFoundation.a >/dev/null 2>&1; then \
	  $(MAKE) --no-print-directory static && $(MAKE) --no-print-directory copy PROGRAM=$(STATIC)/release/dau; \
	else \
	  echo "make: there are no static libraries of Swift in $(RUNTIME);"; \
	  echo "      what is installed will need the Swift of this computer, where it is now"; \
	  $(MAKE) --no-print-directory build && $(MAKE) --no-print-directory copy PROGRAM=$(DAU); \
	fi

copy:
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/dau"
	install -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/dau"
	if command -v strip >/dev/null; then strip "$(DESTDIR)$(PREFIX)/bin/dau"; fi
	rm -rf "$(DESTDIR)$(PREFIX)/share/dau/rules"
	cp -R rules "$(DESTDIR)$(PREFIX)/share/dau/rules"
	rm -rf "$(DESTDIR)$(PREFIX)/share/dau/schema"
	cp -R schema "$(DESTDIR)$(PREFIX)/share/dau/schema"

corpus:  ## make the sample archive's scans and OCR texts again (needs Tesseract, Pango, ImageMagick)
	corpus/make-corpus

clean:  ## remove what was built
	$(SWIFT) package clean
	rm -rf $(STATIC)

# The compiler and two C libraries are all that is needed from outside. What is missing is installed where the system
# allows it, and named where not.
setup:
	@if ! command -v $(SWIFT) >/dev/null; then \
	  echo "make: Swift was not found. Dấu needs Swift 6.2 or newer: https://www.swift.org/install/linux/"; \
	  echo "      Install it (swiftly is the easiest way), see that 'swift --version' answers, and run make again."; \
	  exit 1; \
	fi
	@version=$$($(SWIFT) --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1); \
	case "$$version" in \
	  [0-5].*|6.0|6.1) echo "make: this is Swift $$version; Dấu needs 6.2 or newer: https://www.swift.org/install/"; exit 1;; \
	esac
	@missing=""; \
	for header in unicode/utypes.h:libicu-dev sqlite3.h:libsqlite3-dev; do \
	  [ -e "/usr/include/$${header%%:*}" ] || [ -e "/usr/local/include/$${header%%:*}" ] \
	    || missing="$$missing $${header##*:}"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	if ! command -v apt-get >/dev/null; then \
	  echo "make: the headers of$$missing are missing (Debian's names); install them and run make again."; exit 1; \
	fi; \
	echo "make: installing$$missing: ICU normalises Vietnamese text, SQLite holds the archive."; \
	if [ "$$(id -u)" = 0 ]; then sudo=""; \
	elif command -v sudo >/dev/null; then sudo="sudo"; echo "make: sudo may ask for your password."; \
	else echo "make: that needs root; run as root: apt-get install$$missing"; exit 1; fi; \
	$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$missing
