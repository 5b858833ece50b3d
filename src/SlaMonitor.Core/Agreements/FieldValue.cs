using System.Globalization;
using NodaTime.Text;

namespace SlaMonitor.Core.Agreements;

/// <summary>What the value of a field may be: a text, anything at all, or a range of numbers or dates.</summary>
public abstract record FieldValue
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private FieldValue()
    {
    }

    /// <summary>Whether a value is meant.</summary>
    public abstract bool Holds(string value);

    /// <summary>Whether a value can be meant by both. Where nobody can tell, it can.</summary>
    internal bool CanMeet(FieldValue other) => (this, other) switch
    {
        (Exactly one, _) => other.Holds(one.Text),
        (_, Exactly one) => Holds(one.Text),
        (Between one, Between two) => one.Overlaps(two),
        _ => true,
    };

    /// <summary>Whether it surely means all that the other means.</summary>
    internal bool Covers(FieldValue other) => (this, other) switch
    {
        (Anything, _) => true,
        (_, Exactly one) => Holds(one.Text),
        (Between one, Between two) => one.Contains(two),
        _ => false,
    };

    /// <summary>This text, without regard to case.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Exactly(string Text) : FieldValue
    {
        /// <inheritdoc />
        public override bool Holds(string value) => string.Equals(Text, value, StringComparison.OrdinalIgnoreCase);

        /// <inheritdoc />
        public override string ToString() => Text;
    }

    /// <summary>Any value, as long as the field is set.</summary>
    public sealed record Anything : FieldValue
    {
        /// <inheritdoc />
        public override bool Holds(string value) => true;

        /// <inheritdoc />
        public override string ToString() => "any value";
    }

    /// <summary>A number, or a date, between two bounds. What is no number, or no date, is not between them.</summary>
    /// <param name="Least">The lower bound as a number, of a date as its day since 1970; <c>null</c>: none.</param>
    /// <param name="Most">The upper bound; <c>null</c>: none.</param>
    /// <param name="IsDate">Whether the bounds are dates.</param>
    /// <param name="WithLeast">Whether the lower bound itself is meant.</param>
    /// <param name="WithMost">Whether the upper bound itself is meant.</param>
    /// <param name="Text">The range as the agreement writes it.</param>
    public sealed record Between(decimal? Least, decimal? Most, bool IsDate, bool WithLeast, bool WithMost, string Text) : FieldValue
    {
        /// <inheritdoc />
        public override bool Holds(string value) =>
            (IsDate ? DayOf(value) : NumberOf(value)) is { } measure
            && !(WithLeast ? measure < Least : measure <= Least)
            && !(WithMost ? measure > Most : measure >= Most);

        /// <inheritdoc />
        public override string ToString() => Text;

        internal bool Overlaps(Between other) => IsDate == other.IsDate && !EndsBefore(other) && !other.EndsBefore(this);

        internal bool Contains(Between other) =>
            IsDate == other.IsDate
            && (Least is null || other.Least > Least || (other.Least == Least && (WithLeast || !other.WithLeast)))
            && (Most is null || other.Most < Most || (other.Most == Most && (WithMost || !other.WithMost)));

        private bool EndsBefore(Between other) => Most < other.Least || (Most == other.Least && !(WithMost && other.WithLeast));
    }

    /// <summary>A text as a number; <c>null</c>: it is none.</summary>
    public static decimal? NumberOf(string text) =>
        decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The day since 1970 of a date, or of the date of a moment; <c>null</c>: it is none.</summary>
    public static decimal? DayOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var date = text.Length > 10 && text[10] is 'T' or ' ' ? text[..10] : text;
        return LocalDatePattern.Iso.Parse(date).TryGetValue(default, out var day) ? day.ToDateOnly().DayNumber - Epoch : null;
    }
}
