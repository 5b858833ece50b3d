namespace SlaMonitor.Mails.Board;

/// <summary>How somebody may sign in.</summary>
/// <param name="ByKey">Whether with a key: one is set.</param>
/// <param name="ByPlatform">The address at which the platform signs people in; <c>null</c> where it does not.</param>
public sealed record WaysToSignIn(bool ByKey, string? ByPlatform);
