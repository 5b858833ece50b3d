namespace SlaMonitor.Monitoring.Access;

/// <summary>How settings, tokens and app roles name a role: <c>reader</c>, <c>agent</c>, <c>admin</c>.</summary>
public static class RoleNames
{
    /// <summary>All of them, for a message that says which there are.</summary>
    public static string All { get; } = string.Join(", ", Enum.GetValues<Role>().Select(Of));

    /// <summary>The name of a role.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Reader => "reader",
        Role.Agent => "agent",
        _ => "admin",
    };

    /// <summary>The role of a name, without regard to capital letters; <c>null</c> where there is none.</summary>
    public static Role? Find(string? name) =>
        Enum.GetValues<Role>().Cast<Role?>()
            .FirstOrDefault(role => string.Equals(Of(role!.Value), name?.Trim(), StringComparison.OrdinalIgnoreCase));
}
