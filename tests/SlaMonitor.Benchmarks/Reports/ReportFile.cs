using SlaMonitor.Benchmarks.Load;

namespace SlaMonitor.Benchmarks.Reports;

/// <summary>A data folder with a month of very many decided promises.</summary>
internal sealed class ReportFile(string program, DirectoryInfo folder)
{
    /// <summary>One ticket in ten breaks its promises, and no two are decided at the same time.</summary>
    private const string Copy =
        $"""
        INSERT INTO outcomes (ticket, shelf, clock, at, agreement, body)
        SELECT printf('ticket-%07d', i), shelf, clock,
            CASE shelf WHEN 1 THEN at + i * 10000000 ELSE at END, agreement,
            CASE WHEN shelf = 1 AND i % 10 = 0
                THEN json_set(replace(body, '{PatternFolder.Ticket}', printf('ticket-%07d', i)),
                    '$.dueAt', at + i * 10000000, '$.endedAt', at + i * 10000000 + 36000000000)
                ELSE replace(body, '{PatternFolder.Ticket}', printf('ticket-%07d', i)) END
        FROM number, pattern;
        """;

    /// <summary>A month after that of the promises.</summary>
    private static readonly Instant After = LoadEvents.Start + Duration.FromDays(45);

    private readonly PatternFolder _pattern = new(program, folder);

    /// <summary>Starts the monitor in the folder, when the month is over.</summary>
    public Task<MeasuredServer> StartAsync() => _pattern.StartAsync(After);

    /// <summary>Fills the folder.</summary>
    /// <param name="promises">How many promises were decided in the month.</param>
    public Task CreateAsync(int promises) => _pattern.CreateAsync(
        async connection =>
        {
            await connection.PostAsync(LoadEvents.Created(PatternFolder.Ticket, LoadEvents.Start, "normal", "anna@example.com"));
            await connection.PostAsync(LoadEvents.Resolved(PatternFolder.Ticket, LoadEvents.Start + Duration.FromHours(1)));
        },
        Copy,
        promises / PatternFolder.PromisesOfATicket);
}
