using Microsoft.Azure.Functions.Worker;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary>What an endpoint wants of its caller. An endpoint without it is none of ours.</summary>
/// <param name="Name">The function's name, for the log.</param>
/// <param name="Level">The level.</param>
internal sealed record RequiredLevel(string Name, AuthorizationLevel Level);
