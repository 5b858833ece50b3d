using Microsoft.AspNetCore.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Http;

/// <summary>What all pages of the board have in common, for one request.</summary>
internal static class BoardFrames
{
    /// <param name="request">The request.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="inLanguage">The page that is asked for, in a language.</param>
    public static BoardFrame Of(HttpRequest request, string language, Func<string, string> inLanguage) => new()
    {
        Language = language,
        Place = place => BoardAddress.Of(request, place, language),
        InLanguage = inLanguage,
        Name = ReaderName.Of(request),
        MayAct = request.Identity().May(Role.Agent),
        NameUrl = BoardAddress.OfName(request, language),
        SignOut = BoardAccess.HasSession(request) ? $"{BoardAddress.Up(request)}{BoardAddress.SignOut}" : null,
        File = file => BoardAddress.OfFile(request, file),
    };
}
