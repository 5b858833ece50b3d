using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SlaMonitor.Mails.Templates;

/// <summary>The templates in force: those that came with the program, and in place of some of them the administrator's own.</summary>
public sealed class TemplateSet
{
    private static readonly TemplateEngine BuiltInEngine = new(BuiltInTemplates.Texts);

    private readonly TemplateEngine _engine;
    private readonly ILogger _logger;

    /// <param name="own">The administrator's templates, by <see cref="TemplateName"/>.</param>
    /// <param name="logger">Is told of a template that fails.</param>
    /// <exception cref="Exception">A template is not written as one should be (<see cref="TemplateFailure"/>).</exception>
    internal TemplateSet(IReadOnlyDictionary<string, string> own, ILogger logger)
    {
        _engine = own.Count == 0
            ? BuiltInEngine
            : new TemplateEngine(BuiltInTemplates.Texts.ToDictionary(
                text => text.Key, text => own.GetValueOrDefault(text.Key, text.Value), StringComparer.Ordinal));
        _logger = logger;
    }

    /// <summary>The templates that came with the program.</summary>
    public static TemplateSet BuiltIn { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), NullLogger.Instance);

    /// <summary>
    /// Lays a model out. Where the administrator's template fails, the program's own does: an ugly alert is better than none.
    /// </summary>
    /// <param name="name">One of <see cref="TemplateName"/>.</param>
    /// <param name="model">What is shown.</param>
    public string Render(string name, object model)
    {
        try
        {
            return RenderStrictly(name, model);
        }
        catch (Exception e) when (_engine != BuiltInEngine && TemplateFailure.Is(e))
        {
            _logger.TemplateFailed(name, e.Message);
            return BuiltInEngine.Render(name, model);
        }
    }

    /// <summary>The same, without a way out.</summary>
    /// <exception cref="Exception">The template shows what the model has not (<see cref="TemplateFailure"/>).</exception>
    internal string RenderStrictly(string name, object model) => _engine.Render(name, model);
}
