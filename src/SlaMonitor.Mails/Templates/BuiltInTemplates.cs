namespace SlaMonitor.Mails.Templates;

/// <summary>The templates that came with the program.</summary>
public static class BuiltInTemplates
{
    /// <summary>Their texts by <see cref="TemplateName"/>: the place to begin from when one is to be replaced.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } =
        TemplateName.Documents.Concat(TemplateName.Parts).ToDictionary(name => name, Read, StringComparer.Ordinal);

    private static string Read(string name)
    {
        using var stream = typeof(BuiltInTemplates).Assembly
            .GetManifestResourceStream($"{typeof(BuiltInTemplates).Namespace}.{name}{TemplateName.Extension}")
            ?? throw new InvalidOperationException($"The template {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
