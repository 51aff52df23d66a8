/* The dialog's markup. It is constant: nothing of the content or of the reader is ever read as HTML. */

export const MARKUP = `
<dialog class="jx-search" aria-label="搜索">
  <form class="jx-search__form" role="search">
    <div class="jx-search__bar">
      <input class="jx-search__input" type="search" name="query" maxlength="200" enterkeyhint="search"
        autocomplete="off" autocapitalize="off" spellcheck="false"
        placeholder="项目、单位、指标、数字……" aria-label="搜索内容" aria-controls="jx-search-list">
      <button class="jx-search__close" type="button">关闭</button>
    </div>
    <details class="jx-search__options">
      <summary>筛选和排序<span class="jx-search__chosen"></span></summary>
      <div class="jx-search__fields">
        <label>年度<select name="year"><option value="">全部</option></select></label>
        <label>主管部门<select name="department"><option value="">全部</option></select></label>
        <label>实施单位<select name="unit"><option value="">全部</option></select></label>
        <label>等级<select name="grade"><option value="">全部</option></select></label>
        <label>排序<select name="sort">
          <option value="">最相关的在前</option>
          <option value="score">得分高的在前</option>
          <option value="amount">预算多的在前</option>
          <option value="rate">执行率高的在前</option>
        </select></label>
        <button class="jx-search__reset" type="button">全部清除</button>
      </div>
    </details>
  </form>
  <div class="jx-search__output">
    <p class="jx-search__status" role="status"></p>
    <ol class="jx-search__list" id="jx-search-list"></ol>
    <button class="jx-search__more" type="button" hidden>再显示一些</button>
    <ul class="jx-search__advice" data-when="empty">
      <li>连着的几个字、一个数字都能查，例如“体检完成率”“90.56%”。</li>
      <li>几个词之间加空格，查同时含有它们的页面，例如“党群 2023年度”。</li>
      <li>不输入文字，只选筛选或排序，就列出全部项目。</li>
    </ul>
    <ul class="jx-search__advice" data-when="none" hidden>
      <li>少写几个字，或者换一种说法。</li>
      <li>把长句拆成几个词，中间加空格，例如把“党建工作经费”写成“党建 经费”。</li>
      <li>数字照表里的样子写全，例如“750,700”“85.8%”。</li>
      <li>如果选了筛选或排序，可以<button class="jx-search__reset" type="button">全部清除</button>再查。</li>
      <li>也可以从<a data-path="years/">年度</a>、<a data-path="departments/">部门</a>、<a data-path="units/">单位</a>的列表里找。</li>
    </ul>
  </div>
  <template>
    <li class="jx-search__item">
      <a class="jx-search__link"><span class="jx-search__title"></span></a>
      <span class="jx-search__kind"></span>
      <p class="jx-search__facts"></p>
      <p class="jx-search__excerpt"></p>
    </li>
  </template>
</dialog>`;
