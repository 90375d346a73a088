// The few ICU operations Dấu needs, behind plain C types.
//
// No <unicode/*.h> may appear here: Foundation ships its own ICU headers, and the two sets of
// declarations cannot be imported into one Swift file.
#ifndef CDAUICU_H
#define CDAUICU_H
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
#pragma clang assume_nonnull begin

/// An ICU status code; greater than zero is a failure.
typedef int32_t DauICUStatus;

/// Whether `length` bytes of UTF-8 are in normalization form C: 1 yes, 0 no.
int32_t dau_icu_is_nfc(const char *text, int64_t length, DauICUStatus *status);

/// Brings UTF-8 to normalization form C. Writes at most `capacity` bytes and returns the
/// number of bytes needed: when that exceeds `capacity`, grow and call again.
int64_t dau_icu_nfc(const char *text, int64_t length, char *_Nullable out, int64_t capacity, DauICUStatus *status);

/// Brings UTF-8 to normalization form D; otherwise like `dau_icu_nfc`.
int64_t dau_icu_nfd(const char *text, int64_t length, char *_Nullable out, int64_t capacity, DauICUStatus *status);

/// One stretch of a text that was normalised: `old_length` bytes became `new_length` bytes.
typedef void (*DauICUSpan)(void *context, int32_t old_length, int32_t new_length, int32_t is_changed);

/// Like `dau_icu_nfc`; when the text fitted, `span` is called for each stretch, in order, so that the
/// stretches cover both texts.
int64_t dau_icu_nfc_spans(const char *text, int64_t length, char *_Nullable out, int64_t capacity, DauICUSpan span,
                          void *context, DauICUStatus *status);

/// The name of a status code, such as "U_ZERO_ERROR".
const char *dau_icu_status_name(DauICUStatus status);

#pragma clang assume_nonnull end
#ifdef __cplusplus
}
#endif
#endif
