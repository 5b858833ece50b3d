using NodaTime;

namespace SlaMonitor.Monitoring.Forgetting;

/// <summary>That somebody was forgotten, and what was erased, without saying who. Whoever knows the names finds it by its id.</summary>
/// <param name="Id">A pseudonym of all names that were given.</param>
/// <param name="FirstAt">When it was begun.</param>
/// <param name="LastAt">When it was gone on with last.</param>
/// <param name="DoneAt">When it came to its end last; <c>null</c> where it was begun and never ended.</param>
/// <param name="Names">How many names were given.</param>
/// <param name="Tickets">Tickets that they were erased from.</param>
/// <param name="Events">Events of those tickets that named them.</param>
/// <param name="Kept">Tickets that name them still, because an agreement asks for them by name, when it was gone through last.</param>
/// <param name="Traces">What was erased beside the tickets, by kind.</param>
public sealed record ErasureRecord(
    string Id, Instant FirstAt, Instant LastAt, Instant? DoneAt, int Names, int Tickets, int Events, int Kept,
    IReadOnlyDictionary<string, int> Traces);
