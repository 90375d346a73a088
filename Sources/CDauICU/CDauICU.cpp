#include "CDauICU.h"
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/utypes.h>

// ICU counts in int32_t; longer text is refused, and the caller says so.
static bool refuses(int64_t size, DauICUStatus *status) {
  if (size <= INT32_MAX) return false;
  *status = U_INDEX_OUTOFBOUNDS_ERROR;
  return true;
}

int32_t dau_icu_is_nfc(const char *text, int64_t length, DauICUStatus *status) {
  if (refuses(length, status)) return 0;
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(code);
  bool is = U_SUCCESS(code) && nfc->isNormalizedUTF8(icu::StringPiece(text, (int32_t)length), code);
  *status = code;
  return is ? 1 : 0;
}

static int64_t normalize(const icu::Normalizer2 *form, UErrorCode code, const char *text, int64_t length, char *out,
                         int64_t capacity, icu::Edits *edits, DauICUStatus *status) {
  if (refuses(length, status) || refuses(capacity, status)) return 0;
  if (U_FAILURE(code)) {
    *status = code;
    return 0;
  }
  icu::CheckedArrayByteSink sink(out, (int32_t)capacity);
  form->normalizeUTF8(0, icu::StringPiece(text, (int32_t)length), sink, edits, code);
  *status = code;
  return sink.NumberOfBytesAppended();
}

int64_t dau_icu_nfc(const char *text, int64_t length, char *out, int64_t capacity, DauICUStatus *status) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2 *form = icu::Normalizer2::getNFCInstance(code);
  return normalize(form, code, text, length, out, capacity, nullptr, status);
}

int64_t dau_icu_nfd(const char *text, int64_t length, char *out, int64_t capacity, DauICUStatus *status) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2 *form = icu::Normalizer2::getNFDInstance(code);
  return normalize(form, code, text, length, out, capacity, nullptr, status);
}

int64_t dau_icu_nfc_spans(const char *text, int64_t length, char *out, int64_t capacity, DauICUSpan span, void *context,
                          DauICUStatus *status) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2 *form = icu::Normalizer2::getNFCInstance(code);
  icu::Edits edits;
  int64_t needed = normalize(form, code, text, length, out, capacity, &edits, status);
  if (*status > 0 || needed > capacity) return needed;
  icu::Edits::Iterator stretch = edits.getFineIterator();
  UErrorCode walk = U_ZERO_ERROR;
  while (stretch.next(walk)) span(context, stretch.oldLength(), stretch.newLength(), stretch.hasChange());
  if (U_FAILURE(walk)) *status = walk;
  return needed;
}

const char *dau_icu_status_name(DauICUStatus status) { return u_errorName((UErrorCode)status); }
