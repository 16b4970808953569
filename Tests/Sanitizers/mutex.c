// Tells the thread sanitizer of a lock for which a thread had to wait, since the library of `Mutex` is built without it:
// the rest of a lock is compiled into whoever uses it and seen, but who got it here would seem to hold none.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))

void __tsan_acquire(void *address);
void __tsan_release(void *address);

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

// The linker takes these in place of the library's, which they call.
SWIFT void lock(uint32_t thread, SELF void *handle) __asm__(LOCK);
SWIFT void unlock(SELF void *handle) __asm__(UNLOCK);

SWIFT void lock(uint32_t thread, SELF void *handle) {
  SWIFT void (*waiting)(uint32_t, SELF void *) = dlsym(RTLD_NEXT, LOCK);
  waiting(thread, handle);
  __tsan_acquire(handle);
}

SWIFT void unlock(SELF void *handle) {
  SWIFT void (*waking)(SELF void *) = dlsym(RTLD_NEXT, UNLOCK);
  __tsan_release(handle);
  waking(handle);
}
