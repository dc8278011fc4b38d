# make demo   installs what is missing, builds, and plans the sample campaign
# make test   installs what is missing, builds, and runs every test
# make fuzz   gives damaged inputs to every reader for SECONDS, from SEED on
# make bound-hunt  looks for plans worth more than a reported bound in COUNT problems, from SEED on
# make benchmarks  measures castplan beside peers: RUNS, SIZES and ONLY as Benchmarks/README.md has them
# make build  leaves the program at .build/release/castplan
# make notebooks  executes notebooks-export/*.ipynb and writes their pages

APT_PACKAGES = libopenblas-dev liblapacke-dev libsqlite3-dev libssl-dev zlib1g-dev \
  libxlsxwriter-dev pkg-config
CASTPLAN = .build/release/castplan
SAMPLE = --roster datasets/creators.csv --products datasets/products.csv
SWIFT_FILES = Package.swift Sources Tests Examples Benchmarks/Package.swift Benchmarks/Sources

NOTEBOOK_PACKAGES = python3-venv fonts-ipafont-gothic
NOTEBOOK_PYTHON = notebooks-export/.venv/bin/python

BENCHMARK_PYTHON = Benchmarks/.venv/bin/python

.PHONY: demo test fuzz bound-hunt build datasets notebooks benchmarks install-packages format lint

demo: build
	$(CASTPLAN) optimize $(SAMPLE) --brief datasets/brief-gmv.yaml

# Optimised, because the property tests solve thousands of problems.
test: install-packages
	swift build -c release --build-tests
	swift test -c release --skip-build

# A process of its own, so that a crash, a hang or a growth of memory is seen.
SECONDS = 600
SEED = 1
fuzz: install-packages
	swift build -c release --product reader-fuzz
	.build/release/reader-fuzz --seconds $(SECONDS) --seed $(SEED)

COUNT = 10000
bound-hunt: install-packages
	swift build -c release --product bound-hunt
	.build/release/bound-hunt --count $(COUNT) --seed $(SEED)

build: install-packages
	swift build -c release --product castplan

# Makes the committed sample again, byte for byte.
datasets: build
	$(CASTPLAN) generate --creators 300 --products 8 --deals-budget 25 --seed 7 \
	  --out datasets --force

notebooks: APT_PACKAGES += $(NOTEBOOK_PACKAGES)
notebooks: build
	/usr/bin/python3 -m venv notebooks-export/.venv
	$(NOTEBOOK_PYTHON) -m pip install --quiet --requirement notebooks-export/requirements.txt
	CASTPLAN=$(CASTPLAN) $(NOTEBOOK_PYTHON) notebooks-export/export.py

# Peers come from PyPI, pinned, into a virtual environment of the benchmarks' own.
RUNS = 5
SIZES = all
ONLY =
benchmarks: APT_PACKAGES += python3-venv
benchmarks: build
	swift build -c release --product celf-peer
	swift build -c release --package-path Benchmarks
	/usr/bin/python3 -m venv Benchmarks/.venv
	$(BENCHMARK_PYTHON) -m pip install --quiet --requirement Benchmarks/requirements.txt
	/usr/bin/python3 Benchmarks/driver --castplan $(CASTPLAN) --runs $(RUNS) --sizes "$(SIZES)" \
	  --only "$(ONLY)"

format:
	swift format --in-place --parallel --recursive $(SWIFT_FILES)

lint:
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)

# Asks nothing; needs root (or sudo, for apt alone) only when a package is missing.
install-packages:
	@missing=""; \
	for package in $(APT_PACKAGES); do \
	  status=$$(dpkg-query -W -f='$${Status}' $$package 2>/dev/null); \
	  [ "$$status" = "install ok installed" ] || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo="sudo"; \
	  echo "installing$$missing"; \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing; \
	fi
