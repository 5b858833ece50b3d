namespace SlaMonitor.Core.Agreements;

/// <summary>
/// What a target promises: one of the four that are built in, or one that an agreement defines (<see cref="Rule"/>). Two metrics are the
/// same where they have the same name.
/// </summary>
public sealed class Metric : IEquatable<Metric>
{
    private Metric(string name, int index) => (Name, Index) = (name, index);

    /// <summary>From creation to the first public reply of an agent, or to resolution.</summary>
    public static Metric FirstResponse { get; } = new("firstResponse", 0);

    /// <summary>From the oldest unanswered message of the customer to a public reply of an agent. One cycle for each exchange.</summary>
    public static Metric NextResponse { get; } = new("nextResponse", 1);

    /// <summary>An agent speaks at least every so often while the ticket is open. One cycle for each utterance.</summary>
    public static Metric Update { get; } = new("update", 2);

    /// <summary>From creation to resolution or closing.</summary>
    public static Metric Resolution { get; } = new("resolution", 3);

    /// <summary>The four that every agreement has, in the order in which clocks are listed.</summary>
    public static IReadOnlyList<Metric> BuiltIn { get; } = [FirstResponse, NextResponse, Update, Resolution];

    /// <summary>The name, as agreements, reports and the API write it.</summary>
    public string Name { get; }

    /// <summary>What people call it, where the agreement says so; in the agreement's language.</summary>
    public string? Title { get; private init; }

    /// <summary>What it measures; <c>null</c> for one that is built in.</summary>
    public MetricRule? Rule { get; private init; }

    /// <summary>Where it stands: those that are built in first, then an agreement's own in file order.</summary>
    internal int Index { get; }

    /// <summary>Makes a metric of an agreement's own.</summary>
    /// <param name="name">Its name: none of those that are built in.</param>
    /// <param name="title">What people call it; <c>null</c>: its name.</param>
    /// <param name="rule">What it measures.</param>
    /// <param name="number">Which of the agreement's own metrics it is, from 0, in file order.</param>
    /// <exception cref="ArgumentException">The name is that of a built-in one.</exception>
    public static Metric Own(string name, string? title, MetricRule rule, int number)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(rule);
        if (FindBuiltIn(name) is not null) throw new ArgumentException($"'{name}' is built in.", nameof(name));

        return new Metric(name, BuiltIn.Count + number) { Title = title, Rule = rule };
    }

    /// <summary>The built-in metric of a name, or <c>null</c>.</summary>
    public static Metric? FindBuiltIn(string name) =>
        BuiltIn.FirstOrDefault(metric => string.Equals(metric.Name, name, StringComparison.Ordinal));

    /// <inheritdoc />
    public bool Equals(Metric? other) =>
        ReferenceEquals(this, other) || (other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Metric);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Whether two metrics have the same name.</summary>
    public static bool operator ==(Metric? one, Metric? other) => one is null ? other is null : one.Equals(other);

    /// <summary>Whether two metrics have different names.</summary>
    public static bool operator !=(Metric? one, Metric? other) => !(one == other);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
