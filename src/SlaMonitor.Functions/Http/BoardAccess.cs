using Microsoft.AspNetCore.Http;
using NodaTime;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Board;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// Lets people see the board: with a key, with the session that a key has opened, or, where no key is set, from this machine. A browser
/// cannot send a header with a link, and the host knows keys alone; so these doors are open to the host and ask here.
/// </summary>
public sealed class BoardAccess(AccessKeys keys, Sessions sessions)
{
    private const string Cookie = "sla-session";

    /// <summary>
    /// What a caller gets who may not see the board: a page to sign in at, or problem details; <c>null</c> where they may.
    /// </summary>
    /// <exception cref="Monitoring.Ports.SecretUnavailableException">The secret that signs sessions is not there yet.</exception>
    internal async Task<IResult?> RefuseAsync(HttpRequest request)
    {
        if (request.HasKey(keys))
        {
            Open(request, request.CallerOf());
            return null;
        }

        if (request.Cookies[Cookie] is { } token && await sessions.IsOpenAsync(token)) return null;

        var isExpired = HasSession(request);
        return request.Prefers("application/json")
            ? ProblemAnswers.NotTrusted(
                $"Send the function key in the header {AccessKeys.Header}, or sign in at {BoardAddress.SignIn} in a browser.")
            : SignInAnswers.Of(
                request, BoardAddress.Here(request), isExpired ? SignInState.Expired : SignInState.Asked, keys.AreSet);
    }

    /// <summary>Opens a session for whoever has shown a key.</summary>
    /// <returns>Whether the key is one of ours.</returns>
    /// <exception cref="Monitoring.Ports.SecretUnavailableException">The secret that signs sessions is not there yet.</exception>
    internal bool Open(HttpRequest request, Caller caller)
    {
        if (sessions.Open(caller) is not { } token) return false;

        request.HttpContext.Response.Cookies.Append(Cookie, token, OptionsOf(request, Sessions.Lifetime));
        return true;
    }

    /// <summary>Whether the caller's browser has a session, open or not.</summary>
    internal static bool HasSession(HttpRequest request) => request.Cookies.ContainsKey(Cookie);

    /// <summary>Ends the session in this browser.</summary>
    internal static void Close(HttpRequest request) =>
        request.HttpContext.Response.Cookies.Delete(Cookie, OptionsOf(request, Duration.Zero));

    private static CookieOptions OptionsOf(HttpRequest request, Duration lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = BoardAddress.PathOf(request),
        MaxAge = lifetime == Duration.Zero ? null : lifetime.ToTimeSpan(),
    };
}
