namespace SlaMonitor.Monitoring.Access;

/// <summary>Who somebody is to the monitor.</summary>
/// <param name="Name">
/// The name under which the audit log knows them: that of a person who has a key of their own or whom the platform signed in; else the
/// words for the key that they sent, as "function key", because whoever has it may be anybody.
/// </param>
/// <param name="Role">What they may do.</param>
/// <param name="IsPerson">Whether the name is a person's.</param>
public sealed record Identity(string Name, Role Role, bool IsPerson = false)
{
    /// <summary>The person's address, under which they take promises; <c>null</c> where nobody knows it.</summary>
    public string? Address { get; init; }

    /// <summary>Whoever works on the machine that the monitor runs on, while no key is set.</summary>
    public static Identity ThisMachine { get; } = new("monitor's own machine", Role.Admin);

    /// <summary>Whether they may do what a role may.</summary>
    public bool May(Role role) => Role >= role;
}
