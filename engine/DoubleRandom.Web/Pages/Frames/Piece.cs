using DoubleRandom.Core;
using Microsoft.AspNetCore.Components;

namespace DoubleRandom.Web.Pages.Frames;

/// <summary>A part of a page: it speaks the reader's language and shows what it was given; it fetches nothing.</summary>
public abstract class Piece : ComponentBase
{
    /// <summary>The frame of the page that it is part of.</summary>
    [CascadingParameter]
    public Frame Frame { get; set; } = null!;

    /// <summary>The text in the reader's language.</summary>
    protected string T(Bilingual text) => Frame.Say(text);
}
