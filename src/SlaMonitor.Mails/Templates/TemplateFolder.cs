using System.Text;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Mails.Templates;

/// <summary>The administrator's templates, read from a folder.</summary>
public sealed class TemplateFolder
{
    /// <summary>How many bytes a template has at most: the program's own have four thousand.</summary>
    internal const int MostBytes = 256 * 1024;

    private TemplateFolder(TemplateSet? set, IReadOnlyDictionary<string, string> own, IReadOnlyList<TemplateProblem> problems) =>
        (Set, Own, Problems) = (set, own, problems);

    /// <summary>The templates in force with them; <c>null</c> where there are problems.</summary>
    public TemplateSet? Set { get; }

    /// <summary>What is wrong with them, all of it that can be told at once.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; }

    /// <summary>The texts of the administrator's templates by their names.</summary>
    internal IReadOnlyDictionary<string, string> Own { get; }

    /// <summary>Reads a folder; without one, the program's own templates are in force.</summary>
    public static TemplateFolder Read(string? folder, ILogger logger)
    {
        if (string.IsNullOrWhiteSpace(folder))
            return new TemplateFolder(TemplateSet.BuiltIn, new Dictionary<string, string>(StringComparer.Ordinal), []);

        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
            return new TemplateFolder(
                null,
                own,
                [new TemplateProblem(
                    folder, 1, 1, "there is no such folder; the setting Templates:Folder names the folder that the templates are in")]);

        var problems = new List<TemplateProblem>();
        foreach (var path in Directory.EnumerateFiles(folder, $"*{TemplateName.Extension}").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (!BuiltInTemplates.Texts.ContainsKey(name))
                problems.Add(new TemplateProblem(
                    path, 1, 1, $"there is no template '{name}' to replace; there are {string.Join(", ", BuiltInTemplates.Texts.Keys)}"));
            else if (ReadText(path, problems) is { } text)
                own.Add(name, text);
        }

        foreach (var (name, text) in own) problems.AddRange(TemplateSyntax.Check(PathOf(folder, name), text, TemplateName.IsHtml(name)));
        return new TemplateFolder(problems.Count > 0 ? null : Compile(folder, own, logger, problems), own, problems);
    }

    /// <summary>The file that holds a template in a folder.</summary>
    public static string PathOf(string folder, string name) => Path.Combine(folder, name + TemplateName.Extension);

    private static string? ReadText(string path, List<TemplateProblem> problems)
    {
        try
        {
            // Of what a link leads to, and not of the link. A pipe or a device has no length either, and opening one may wait for ever.
            var file = File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;
            var length = new FileInfo(file).Length;
            if (length is 0 or > MostBytes)
            {
                problems.Add(new TemplateProblem(path, 1, 1, length == 0
                    ? "it is empty, or it is a pipe or a device, which is never read; without the file, the program's own template is used"
                    : $"it has {length} bytes; a template has at most {MostBytes}"));
                return null;
            }

            return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            problems.Add(new TemplateProblem(path, 1, 1, $"it cannot be read as UTF-8 text: {e.Message}"));
            return null;
        }
    }

    private static TemplateSet? Compile(string folder, Dictionary<string, string> own, ILogger logger, List<TemplateProblem> problems)
    {
        // One at a time first, so that an error names its file.
        foreach (var (name, text) in own)
        {
            try
            {
                _ = new TemplateSet(new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text }, logger);
            }
            catch (Exception e) when (TemplateFailure.Is(e))
            {
                problems.Add(TemplateProblem.Of(PathOf(folder, name), text, e));
            }
        }

        return problems.Count > 0 ? null : new TemplateSet(own, logger);
    }
}
