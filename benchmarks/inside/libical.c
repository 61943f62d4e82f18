/* How long libical takes to parse a file and nothing else, told as JSON in the words of the benchmarks. */

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec moment;
    clock_gettime(CLOCK_MONOTONIC, &moment);
    return moment.tv_sec + moment.tv_nsec / 1e9;
}

static char *whole(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    size_t got = text == NULL ? 0 : fread(text, 1, size, file);
    fclose(file);
    if (got != (size_t)size)
        return NULL;
    text[size] = '\0';
    return text;
}

int main(int count, char **arguments)
{
    double begin = now();
    char *text = count == 2 ? whole(arguments[1]) : NULL;
    icalcomponent *calendar = text == NULL ? NULL : icalparser_parse_string(text);
    double taken = now() - begin;
    if (calendar == NULL)
        return 1;
    int events = icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
    printf("{\"seconds\": [%.6f], \"count\": [%d]}\n", taken, events);
    return 0;
}
