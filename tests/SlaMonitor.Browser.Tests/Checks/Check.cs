namespace SlaMonitor.Browser.Tests.Checks;

/// <summary>
/// A question to a page that is being looked at. Each is a script of its name, lower case and with hyphens, beside this file.
/// </summary>
internal enum Check
{
    /// <summary>Nobody has to push the page sideways.</summary>
    Scrolling,

    /// <summary>All text lies inside whatever it stands in, and none over other text.</summary>
    CutOff,

    /// <summary>There is a button, seen without scrolling.</summary>
    Reach,

    /// <summary>All buttons are large enough for a thumb.</summary>
    Thumb,

    /// <summary>All text stands out from what is behind it by 4.5 to 1 (WCAG 2.2, 1.4.3).</summary>
    Contrast,

    /// <summary>All letters are 13 pixels high or more.</summary>
    TextSize,

    /// <summary>Nothing runs, and nothing is fetched.</summary>
    Inert,

    /// <summary>All links lead to the web, and say where.</summary>
    Links,

    /// <summary>There is a title and one main heading, and none is skipped.</summary>
    Outline,
}
