"""A page of pdfplumber whose characters keep only what words are made of: their other values take half of its time."""

from typing import Any

from pdfminer.layout import LTChar
from pdfplumber.page import Page


class LightPage(Page):
    """A page as pdfplumber reads it, with light characters; lines and boxes, and so tables, are as they were."""

    @classmethod
    def of(cls, page: Page) -> "LightPage":
        """The page again, before anything of it is read."""
        return cls(page.pdf, page.page_obj, page.page_number, page.initial_doctop)

    def process_object(self, obj: Any) -> dict[str, Any]:  # noqa: ANN401 (any part of a layout)
        """What words need of a character, under the names that `extract_words` knows; all of anything else.

        Places are in points from the left and the top, as pdfplumber counts them.
        """
        if not isinstance(obj, LTChar):
            found: dict[str, Any] = super().process_object(obj)
            return found
        left, above = self.mediabox[:2]
        top = self.height - obj.y1 + above
        return {
            "object_type": "char",
            "text": obj.get_text(),
            "x0": obj.x0 + left,
            "x1": obj.x1 + left,
            "top": top,
            "bottom": self.height - obj.y0 + above,
            "doctop": self.initial_doctop + top,
            "upright": obj.upright,
            "matrix": obj.matrix,
            "fontname": obj.fontname,
            "size": obj.size,
        }
