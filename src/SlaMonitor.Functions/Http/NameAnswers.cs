using System.Text;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Http;

/// <summary>The page at which readers of the board say who they are, as an answer.</summary>
public sealed class NameAnswers(IAgreementSource agreements, BoardPages pages)
{
    /// <summary>The page.</summary>
    internal async Task<IResult> OfAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await PageAsync(request, request.Query[BoardAddress.Next].FirstOrDefault(), wrong: null, cancellationToken);

    /// <summary>Remembers what the form says, or forgets it, and leads back to the page that the reader comes from.</summary>
    internal async Task<IResult> RememberAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (form, refusal) = await BoardForms.ReadAsync(request, cancellationToken);
        if (refusal is not null) return refusal;

        var (said, next) = (form.Field(NamePage.Field), form.Field(BoardAddress.Next));
        if (said.Length == 0) ReaderName.Forget(request);
        else if (ReaderName.Read(said) is { } name) ReaderName.Remember(request, name);
        else return await PageAsync(request, next, said, cancellationToken);

        return TypedResults.Redirect(SignInAnswers.NextOf(request, next));
    }

    private async Task<IResult> PageAsync(HttpRequest request, string? next, string? wrong, CancellationToken cancellationToken)
    {
        request.ProtectBoard();
        var language = request.LanguageOf();
        var frame = BoardFrames.Of(
            request, language, other => $"{BoardAddress.Up(request)}{BoardAddress.Name}{BoardAddress.NameQuery(next, other)}") with
        {
            NameUrl = $"{BoardAddress.Up(request)}{BoardAddress.Name}{BoardAddress.NameQuery(next, language)}",
        };
        var page = NamePage.Of(
            frame,
            BoardAddress.Up(request) + BoardAddress.Name + BoardAddress.NameQuery(next: null, language),
            [new LabelledText(BoardAddress.Next, next ?? BoardAddress.Board)],
            BoardPeople.Of(await agreements.GetTermsAsync(cancellationToken)),
            wrong);
        var status = wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return TypedResults.Content(pages.Html(page), "text/html", Encoding.UTF8, status);
    }
}
