using Microsoft.Playwright;

namespace SlaMonitor.Browser.Tests.Checks;

/// <summary>A question to a page that is being looked at. The answer is what is wrong with it, a sentence each: none if nothing is.</summary>
internal sealed class Check
{
    private readonly string _script;

    private Check(string name) => _script = $"() => {{\n{Read("visible-text")}\n{Read(name)}\n}}";

    /// <summary>Nobody has to push the page sideways.</summary>
    public static Check Scrolling { get; } = new("scrolling");

    /// <summary>All text lies inside whatever it stands in, and none over other text.</summary>
    public static Check CutOff { get; } = new("cut-off");

    /// <summary>The main button is seen without scrolling, and large enough for a thumb.</summary>
    public static Check Reach { get; } = new("reach");

    /// <summary>All text stands out from what is behind it by 4.5 to 1 (WCAG 2.2, 1.4.3).</summary>
    public static Check Contrast { get; } = new("contrast");

    /// <summary>All letters are 13 pixels high or more.</summary>
    public static Check TextSize { get; } = new("text-size");

    /// <summary>Nothing runs, and nothing is fetched.</summary>
    public static Check Inert { get; } = new("inert");

    /// <summary>All links lead to the web, and say where.</summary>
    public static Check Links { get; } = new("links");

    /// <summary>There is a title and one main heading, and none is skipped.</summary>
    public static Check Outline { get; } = new("outline");

    /// <summary>Asks it.</summary>
    public Task<string[]> FindAsync(IPage page) => page.EvaluateAsync<string[]>(_script);

    private static string Read(string name)
    {
        using var stream = typeof(Check).Assembly.GetManifestResourceStream($"{typeof(Check).Namespace}.{name}.js")
            ?? throw new InvalidOperationException($"The check {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
