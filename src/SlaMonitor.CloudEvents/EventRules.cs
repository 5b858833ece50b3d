using NodaTime;

namespace SlaMonitor.CloudEvents;

/// <summary>What holds for every event, whoever sent it and however it was written.</summary>
public static class EventRules
{
    /// <summary>How many characters a name may have: of a ticket, an event, a group, a person.</summary>
    public const int LongestName = 256;

    /// <summary>How many characters a link may have.</summary>
    public const int LongestLink = 2048;

    /// <summary>How far a sender's clock may run ahead of ours.</summary>
    public static readonly Duration ClockTolerance = Duration.FromMinutes(5);

    /// <summary>Some senders cut the fractions of a second off one time and not off the other.</summary>
    private static readonly Duration CutFraction = Duration.FromSeconds(1);

    /// <summary>No helpdesk that sends webhooks has older tickets; a time before it is a time that was not set.</summary>
    private static readonly Instant Oldest = Instant.FromUtc(2000, 1, 1, 0, 0);

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

    /// <summary>Whether an event can have happened then.</summary>
    public static bool CanBeTrue(Instant time, Instant now) => time >= Oldest && time <= now + ClockTolerance;

    /// <summary>Holds a time of occurrence to be one that can be true.</summary>
    public static Instant Time(string where, Instant time, Instant now, ICollection<EventProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);

        if (!CanBeTrue(time, now))
        {
            problems.Add(new EventProblem(where, time < Oldest
                ? $"{time} is too long ago to be true; the sender's clock or the conversion of its time is wrong."
                : $"{time} lies in the future: it is {now} here. Send the time at which it happened, or leave it out for now."));
        }

        return time;
    }

    /// <summary>Holds a time of creation to be one that can be true: not after what happened to the ticket.</summary>
    /// <param name="where">The place in the delivery.</param>
    /// <param name="createdAt">When the ticket was created, as it was told.</param>
    /// <param name="time">When the event happened.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The time of creation, or that of the event where only a fraction of a second was cut off the latter.</returns>
    public static Instant CreatedAt(string where, Instant createdAt, Instant time, ICollection<EventProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);

        if (createdAt - time >= CutFraction) // the last of all times has none after it
            problems.Add(new EventProblem(
                where,
                $"The ticket was created at {createdAt}, it says, which is after the event itself, at {time}. One of the two is wrong."));
        else if (createdAt < Oldest)
            problems.Add(new EventProblem(
                where, $"{createdAt} is too long ago to be true; the sender's clock or the conversion of its time is wrong."));

        return Instant.Min(createdAt, time);
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
