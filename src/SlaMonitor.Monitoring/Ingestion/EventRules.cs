using NodaTime;

namespace SlaMonitor.Monitoring.Ingestion;

/// <summary>What holds for every event, whoever sent it and however it was written.</summary>
public static class EventRules
{
    /// <summary>How many characters a name may have: of a ticket, an event, a group, a person.</summary>
    public const int LongestName = 256;

    /// <summary>How many characters a link may have.</summary>
    public const int LongestLink = 2048;

    /// <summary>How far a sender's clock may run ahead of ours.</summary>
    public static readonly Duration ClockTolerance = Duration.FromMinutes(5);

    /// <summary>No helpdesk that sends webhooks has older tickets; a time before it is a time that was not set.</summary>
    public static readonly Instant Oldest = Instant.FromUtc(2000, 1, 1, 0, 0);

    /// <summary>Holds a name to be there, of a decent length, and free of control characters.</summary>
    /// <param name="where">The place in the delivery.</param>
    /// <param name="value">What was given.</param>
    /// <param name="meaning">What it would say, for whoever left it out.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static string Name(string where, string? value, string meaning, ICollection<EventProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);

        if (string.IsNullOrEmpty(value))
            problems.Add(new EventProblem(where, $"This is missing: {meaning}."));
        else if (value.Length > LongestName)
            problems.Add(new EventProblem(where, $"This has {value.Length} characters; at most {LongestName} are taken."));
        else if (value.Any(char.IsControl))
            problems.Add(new EventProblem(where, "This has control characters, which no name may have."));

        return value ?? string.Empty;
    }

    /// <summary>Holds a time of occurrence to be one that can be true.</summary>
    public static Instant Time(string where, Instant time, Instant now, ICollection<EventProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);

        if (time > now + ClockTolerance)
            problems.Add(new EventProblem(
                where,
                $"{time} lies in the future: it is {now} here. Send the time at which it happened, or leave it out for now."));
        else if (time < Oldest)
            problems.Add(
                new EventProblem(where, $"{time} is too long ago to be true; the sender's clock or the conversion of its time is wrong."));

        return time;
    }

    /// <summary>
    /// The link where it is an absolute http or https address of decent length, else <c>null</c>: no other is ever shown to be clicked.
    /// </summary>
    public static Uri? Link(string? text) =>
        text is { Length: <= LongestLink } && Uri.TryCreate(text, UriKind.Absolute, out var link)
        && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
            ? link
            : null;
}
