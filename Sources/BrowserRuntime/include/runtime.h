// What the program asks of the browser; the rest of this target is what compiled code expects to be there.

#ifndef BROWSER_RUNTIME_H
#define BROWSER_RUNTIME_H

#include <stdint.h>

#ifdef __wasm__

/// Fills memory with bytes that nobody can foresee.
__attribute__((import_module("browser"), import_name("fillWithRandomBytes")))
void browser_fill_with_random_bytes(void *_Nonnull bytes, int32_t count);

/// Writes GB18030 bytes as UTF-8 to memory with room for twice as many.
///
/// Returns how many bytes were written, or -1 where the bytes are not GB18030.
__attribute__((import_module("browser"), import_name("decodeGB18030")))
int32_t browser_decode_gb18030(const uint8_t *_Nonnull bytes, int32_t count, uint8_t *_Nonnull text);

#endif

#endif
