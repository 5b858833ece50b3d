using HandlebarsDotNet;

namespace SlaMonitor.Mails.Templates;

/// <summary>
/// Templates compiled together. In HTML whatever is shown is escaped; a name that a template shows and that does not exist
/// is an error and not a gap.
/// </summary>
internal sealed class TemplateEngine
{
    private readonly Dictionary<string, HandlebarsTemplate<object, object>> _documents;

    /// <param name="texts">The text of every template, by <see cref="TemplateName"/>.</param>
    /// <exception cref="HandlebarsException">A template is not written as one should be.</exception>
    public TemplateEngine(IReadOnlyDictionary<string, string> texts)
    {
        var (plain, html) = (Engine(escapes: false), Engine(escapes: true));
        foreach (var part in TemplateName.Parts) html.RegisterTemplate(Path.GetFileNameWithoutExtension(part), texts[part]);

        _documents = TemplateName.Documents.ToDictionary(
            name => name, name => (TemplateName.IsHtml(name) ? html : plain).Compile(texts[name]), StringComparer.Ordinal);
    }

    /// <summary>Lays a model out.</summary>
    /// <exception cref="HandlebarsException">The template shows what the model has not.</exception>
    public string Render(string name, object model) => _documents[name](model);

    private static IHandlebars Engine(bool escapes) =>
        Handlebars.Create(new HandlebarsConfiguration { NoEscape = !escapes, ThrowOnUnresolvedBindingExpression = true });
}
