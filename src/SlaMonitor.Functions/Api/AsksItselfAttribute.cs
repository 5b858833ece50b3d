namespace SlaMonitor.Functions.Api;

/// <summary>
/// A door that is open to the host and asks by itself for a key or a session: a browser cannot send a key with a link.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AsksItselfAttribute : Attribute
{
    /// <summary>The cookie that a session is kept in.</summary>
    public const string SessionCookie = "sla-session";
}
