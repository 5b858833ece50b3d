using HandlebarsDotNet;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>Lays an alert out, as plain text and as HTML. The HTML template escapes whatever it shows.</summary>
public static class AlertTemplates
{
    private static readonly HandlebarsTemplate<object, object> TextTemplate = Compile("alert.txt.hbs", escaping: false);
    private static readonly HandlebarsTemplate<object, object> HtmlTemplate = Compile("alert.html.hbs", escaping: true);

    /// <summary>The plain text form.</summary>
    public static string Text(AlertModel model) => TextTemplate(model);

    /// <summary>The HTML form.</summary>
    public static string Html(AlertModel model) => HtmlTemplate(model);

    private static HandlebarsTemplate<object, object> Compile(string name, bool escaping)
    {
        using var stream = typeof(AlertTemplates).Assembly.GetManifestResourceStream($"{typeof(AlertTemplates).Namespace}.Templates.{name}")
            ?? throw new InvalidOperationException($"The template {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return Handlebars.Create(new HandlebarsConfiguration { NoEscape = !escaping }).Compile(reader.ReadToEnd());
    }
}
