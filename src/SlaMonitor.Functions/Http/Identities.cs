using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Http;

/// <summary>Who a request comes from, once somebody has asked.</summary>
internal static class Identities
{
    /// <summary>Whoever has passed the Functions host by a key that the platform keeps, and that the program does not know.</summary>
    private static readonly Identity OfThePlatform = new("a key of the platform", Role.Admin);

    /// <summary>Notes who it is.</summary>
    public static void Is(this HttpRequest request, Identity identity) => request.HttpContext.Features.Set(identity);

    /// <summary>Who it is, at a door of the board.</summary>
    /// <exception cref="InvalidOperationException">Nobody has asked them: the door forgot to.</exception>
    public static Identity Identity(this HttpRequest request) =>
        request.HttpContext.Features.Get<Identity>()
        ?? throw new InvalidOperationException("BoardAccess has not been asked who this is.");

    /// <summary>Who it is, at a door for which the host has asked for a key.</summary>
    public static Identity Identity(this HttpRequest request, AccessKeys keys) => keys.Find(request.CallerOf()) ?? OfThePlatform;
}
