using Microsoft.AspNetCore.Http;
using NodaTime;
using SlaMonitor.Functions.Api;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// Lets people see the board, and act on it: with a key, with the session that a key has opened, signed in by the platform, or, where no
/// key is set, from this machine. A browser cannot send a header with a link, and the host knows keys alone; so these doors are open to
/// the host and ask here.
/// </summary>
public sealed class BoardAccess(AccessKeys keys, PlatformSignIn platform, Sessions sessions)
{
    private const string Cookie = AsksItselfAttribute.SessionCookie;

    /// <summary>
    /// What a caller gets who may not do what they ask: a page to sign in at, or problem details; <c>null</c> where they may. Who they are
    /// is known to the request from then on (<see cref="Identities"/>).
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="role">The least role that may.</param>
    /// <exception cref="Monitoring.Ports.SecretUnavailableException">The secret that signs sessions is not there yet.</exception>
    private async Task<IResult?> RefuseAsync(HttpRequest request, Role role)
    {
        if (await FindAsync(request) is not { } identity) return Ask(request);

        request.Is(identity);
        if (request.IsChangeByAnotherSite()) return ProblemAnswers.OfAnotherSite();
        return identity.May(role) ? null : Refusal(request, identity, role);
    }

    /// <summary>
    /// What a door of the board answers: to whoever may not do what they ask, a refusal; to a parameter that it does not know, what there
    /// is; else its own answer, or 503 while something is away.
    /// </summary>
    /// <typeparam name="TDoor">The door.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="role">The least role that may.</param>
    /// <param name="advice">What to do while something is away, as a sentence.</param>
    /// <param name="answer">The door's own answer.</param>
    internal Task<IResult> AnswerAsync<TDoor>(HttpRequest request, Role role, string advice, Func<Task<IResult>> answer) =>
        OutageAnswers.OrTryAgainAsync(
            request, advice,
            async () => await RefuseAsync(request, role) ?? UnknownParameters.Of<TDoor>(request) ?? await answer());

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

    /// <summary>How somebody may sign in here.</summary>
    internal WaysToSignIn Ways => new(keys.AreSet, platform.IsOn ? PlatformSignIn.Address : null);

    private async Task<Identity?> FindAsync(HttpRequest request)
    {
        if (keys.Find(request.CallerOf()) is { } byKey)
        {
            Open(request, request.CallerOf());
            return byKey;
        }

        return platform.Find(request.Headers[PlatformSignIn.Header].FirstOrDefault())
            ?? (request.Cookies[Cookie] is { } token ? await sessions.FindAsync(token) : null);
    }

    private IResult Ask(HttpRequest request) => request.Prefers("application/json")
        ? ProblemAnswers.NotTrusted(
            $"Send a key in the header {AccessKeys.Header}, or sign in at {BoardAddress.SignIn} in a browser.")
        : SignInAnswers.Of(
            request, BoardAddress.Here(request), HasSession(request) ? SignInState.Expired : SignInState.Asked, Ways);

    private IResult Refusal(HttpRequest request, Identity identity, Role role) => request.Prefers("application/json")
        ? ProblemAnswers.NotAllowed(identity, role)
        : SignInAnswers.Of(request, BoardAddress.Board, SignInState.NotAllowed, Ways);

    private static CookieOptions OptionsOf(HttpRequest request, Duration lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = BoardAddress.PathOf(request),
        MaxAge = lifetime == Duration.Zero ? null : lifetime.ToTimeSpan(),
    };
}
