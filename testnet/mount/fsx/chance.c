#include "fsx.h"

/* splitmix64 (Sebastiano Vigna, public domain): one word of state, and the same numbers for the same seed on every machine. */
static uint64_t state;

void chance_seed(uint64_t seed)
{
    state = seed;
}

uint64_t below(uint64_t bound)
{
    uint64_t z = (state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    return bound == 0 ? 0 : z % bound; /* slightly favours small numbers, which does no harm here */
}
