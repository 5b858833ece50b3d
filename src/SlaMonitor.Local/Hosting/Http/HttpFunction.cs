using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Local.Hosting.Running;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary>A function that a request starts.</summary>
/// <param name="Method">The method.</param>
/// <param name="Route">Below the route prefix, without a leading slash.</param>
/// <param name="Verbs">The HTTP methods; empty for all.</param>
/// <param name="Level">What the caller must present.</param>
internal sealed record HttpFunction(FunctionMethod Method, string Route, IReadOnlyList<string> Verbs, AuthorizationLevel Level)
    : FunctionDefinition(Method);
