using Microsoft.AspNetCore.Http;
using SlaMonitor.Core.Addresses;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// Who a reader of the board is: the address of whoever has signed in as a person, or else the one that they say, in a cookie of their
/// browser. A key that many have does not tell, and nobody is let in by what they say; it is in whose name they take promises.
/// </summary>
internal static class ReaderName
{
    private const string Cookie = "sla-name";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>The address of whoever has signed in as a person; <c>null</c> for whoever has shown a key that others have too.</summary>
    public static string? Known(HttpRequest request) => request.HttpContext.Features.Get<Identity>()?.Address;

    /// <summary>The address; <c>null</c> where they have not said it.</summary>
    public static string? Of(HttpRequest request) =>
        Known(request) is { } known ? known : request.Cookies[Cookie] is { } said && MailAddressRule.IsPlain(said) ? said : null;

    /// <summary>The address that a field says; <c>null</c> where that is none.</summary>
    public static string? Read(string? said) => said?.Trim() is { } name && MailAddressRule.IsPlain(name) ? name : null;

    /// <summary>Remembers it.</summary>
    public static void Remember(HttpRequest request, string name) =>
        request.HttpContext.Response.Cookies.Append(Cookie, name, OptionsOf(request, Lifetime));

    /// <summary>Forgets it.</summary>
    public static void Forget(HttpRequest request) =>
        request.HttpContext.Response.Cookies.Delete(Cookie, OptionsOf(request, lifetime: null));

    private static CookieOptions OptionsOf(HttpRequest request, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = BoardAddress.PathOf(request),
        MaxAge = lifetime,
    };
}
