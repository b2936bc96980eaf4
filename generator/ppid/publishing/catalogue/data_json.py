"""`/data.json`: the catalogue in the form that CKAN and others read (Project Open Data 1.1)."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from ppid.core.page import DataFile, Export
from ppid.kinds.badan import Badan
from ppid.publishing.catalogue.datasets import Dataset, datasets_of
from ppid.publishing.catalogue.licences import licence_of
from ppid.publishing.catalogue.media import media_type
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import CKAN_URL

_SCHEMA: Final = "https://project-open-data.cio.gov/v1.1/schema"
_LONGEST_RIGHTS: Final = 255
_RIGHTS_ELSEWHERE: Final = "Dikecualikan; dasar hukum dan jangka waktunya ada di halamannya."


def exports(publication: Publication, files: Mapping[str, DataFile]) -> Iterator[Export]:
    """Yield the catalogue; nothing without the address of the site, as with DCAT."""
    badan = publication.badan
    if badan is None or not publication.site_url:
        return
    content = {
        "@context": f"{_SCHEMA}/catalog.jsonld",
        "@type": "dcat:Catalog",
        "conformsTo": _SCHEMA,
        "describedBy": f"{_SCHEMA}/catalog.json",
        "contoh": badan.contoh,
        "dataset": [_dataset(each, publication, badan) for each in datasets_of(publication, files)],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    yield Export(CKAN_URL, f"{text}\n".encode(), "Katalog untuk CKAN")


def _dataset(dataset: Dataset, publication: Publication, badan: Badan) -> dict[str, object]:
    home = publication.site_url
    licence = licence_of(badan.lisensi)
    keywords = (*dataset.keywords, *(("contoh",) if dataset.contoh else ()))
    modified = dataset.issued or publication.corpus.today
    # The form has no word for “nobody has decided”; what is not said to be open is not open.
    access = dataset.access.value[1] if dataset.access else "non-public"
    year = f"{dataset.tahun}-01-01/{dataset.tahun}-12-31" if dataset.tahun else ""
    # No shortened reason: a part of a law may say something else.
    rights = dataset.rights if len(dataset.rights) <= _LONGEST_RIGHTS else _RIGHTS_ELSEWHERE
    files = [
        {
            "@type": "dcat:Distribution",
            "title": file.title,
            "downloadURL": home + file.url,
            "mediaType": media_type(file.url),
        }
        for file in dataset.files
    ]
    return {
        "@type": "dcat:Dataset",
        "identifier": home + dataset.page,
        "title": f"{dataset.title} (contoh)" if dataset.contoh else dataset.title,
        "description": dataset.description,
        "keyword": list(keywords),
        "modified": modified.isoformat(),
        "publisher": {
            "@type": "org:Organization",
            "name": publication.name_of(dataset.opd) if dataset.opd else badan.nama,
        },
        "contactPoint": {
            "@type": "vcard:Contact",
            "fn": f"PPID {badan.nama}",
            **({"hasEmail": f"mailto:{badan.surel}"} if badan.surel else {}),
        },
        "accessLevel": access,
        "landingPage": home + dataset.page,
        **({"license": licence.url} if licence and licence.url and dataset.files else {}),
        **({"temporal": year} if year else {}),
        **({"rights": rights} if rights else {}),
        **({"distribution": files} if files else {}),
    }
