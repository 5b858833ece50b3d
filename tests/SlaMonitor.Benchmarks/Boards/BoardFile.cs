using SlaMonitor.Benchmarks.Load;

namespace SlaMonitor.Benchmarks.Boards;

/// <summary>A data folder with very many open promises.</summary>
internal sealed class BoardFile(string program, DirectoryInfo folder)
{
    /// <summary>Each ticket is due a second after the one before, has a title of usual length, and one of forty customers.</summary>
    private const string Copy =
        $"""
        INSERT INTO outcomes (ticket, shelf, clock, at, agreement, body)
        SELECT printf('ticket-%07d', i), shelf, clock, at + i * 10000000, agreement,
            json_set(replace(body, '{PatternFolder.Ticket}', printf('ticket-%07d', i)),
                '$.dueAt', json_extract(body, '$.dueAt') + i * 10000000,
                '$.facts.title', printf('The printer on floor %d prints every second page twice', i % 17),
                '$.facts.customer', printf('Customer %d', i % 40))
        FROM number, pattern WHERE shelf = 0;
        """;

    /// <summary>A day after the first ticket: what was due by then is broken.</summary>
    private static readonly Instant Now = LoadEvents.Start + Duration.FromHours(24);

    private readonly PatternFolder _pattern = new(program, folder);

    /// <summary>Starts the monitor in the folder. It evaluates nothing: the tickets of the copied promises are not there.</summary>
    public Task<MeasuredServer> StartAsync() => _pattern.StartAsync(Now);

    /// <summary>Fills the folder.</summary>
    /// <param name="tickets">How many tickets are open.</param>
    public Task CreateAsync(int tickets) => _pattern.CreateAsync(
        connection => connection.PostAsync(LoadEvents.Created(PatternFolder.Ticket, LoadEvents.Start, "normal", "anna@example.com")),
        Copy,
        tickets);
}
