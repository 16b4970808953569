// A browser's module has no C library: here is the memory that compiled Swift asks for.
//
// Blocks are of a few sizes, and a block that was freed is given out again for the next request of its
// size, so memory grows only as far as what is in use at once.

#ifdef __wasm__

#include <stddef.h>
#include <stdint.h>

#include "runtime.h"

#define PAGE ((uintptr_t)65536)

// The greatest alignment that a block has by itself; no Swift type asks for more.
#define ALIGNMENT ((size_t)16)

// Stands before each block.
struct header {
  uint32_t size_class;
  struct header *next_free;
  uint64_t padding;
};

_Static_assert(sizeof(struct header) == ALIGNMENT, "a block behind its header is aligned");

// Sizes, headers included, are powers of two and their halves between: 32, 48, 64, 96, 128, …
#define CLASSES 56

static struct header *free_blocks[CLASSES];
// What has been taken from the browser and never been given out.
static uintptr_t unused_from;
static uintptr_t unused_to;

static uint64_t size_of_class(uint32_t size_class) {
  uint64_t power = (uint64_t)32 << (size_class / 2);
  return size_class % 2 == 0 ? power : power + power / 2;
}

static uint32_t class_for(uint64_t size) {
  uint32_t size_class = 0;
  while (size_of_class(size_class) < size) size_class += 1;
  return size_class;
}

int posix_memalign(void **block, size_t alignment, size_t size) {
  if (alignment > ALIGNMENT) return 22;
  uint32_t size_class = class_for((uint64_t)size + sizeof(struct header));
  struct header *header = free_blocks[size_class];
  if (header != NULL) {
    free_blocks[size_class] = header->next_free;
  } else {
    uint64_t wanted = size_of_class(size_class);
    if (wanted > UINT32_MAX) return 12;
    if (unused_to - unused_from < wanted) {
      uintptr_t end = __builtin_wasm_memory_size(0) * PAGE;
      // What the browser adds follows what is left, unless this is the first request.
      if (unused_to != end) unused_from = end;
      uintptr_t pages = ((uintptr_t)wanted - (end - unused_from) + PAGE - 1) / PAGE;
      if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return 12;
      unused_to = end + pages * PAGE;
    }
    header = (struct header *)unused_from;
    header->size_class = size_class;
    unused_from += (uintptr_t)wanted;
  }
  *block = header + 1;
  return 0;
}

void free(void *block) {
  if (block == NULL) return;
  struct header *header = (struct header *)block - 1;
  header->next_free = free_blocks[header->size_class];
  free_blocks[header->size_class] = header;
}

// The compiler makes each of these one instruction of the browser's.

__attribute__((target("bulk-memory")))
void *memcpy(void *restrict to, const void *restrict from, size_t count) {
  return __builtin_memcpy(to, from, count);
}

__attribute__((target("bulk-memory")))
void *memmove(void *to, const void *from, size_t count) {
  return __builtin_memmove(to, from, count);
}

__attribute__((target("bulk-memory")))
void *memset(void *to, int byte, size_t count) { return __builtin_memset(to, byte, count); }

int memcmp(const void *left, const void *right, size_t count) {
  const uint8_t *a = left;
  const uint8_t *b = right;
  for (size_t index = 0; index < count; index += 1) {
    if (a[index] != b[index]) return a[index] < b[index] ? -1 : 1;
  }
  return 0;
}

void arc4random_buf(void *bytes, size_t count) {
  browser_fill_with_random_bytes(bytes, (int32_t)count);
}

// Swift says here why it stops, a character at a time, in builds that are not optimised; a browser
// says where by itself.
int putchar(int character) { return character; }

uintptr_t __stack_chk_guard = 0x5bd1e995;

void __stack_chk_fail(void) { __builtin_trap(); }

#endif
